"""Real servers and programs that the tests start: Neo4j, Chromium and what they need."""
