"""The Cypher reports and checks, one file each, installed as graphmap.cypher."""
