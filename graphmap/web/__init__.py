"""The explorer: graphmap as pages and as an interface of JSON, for readers at their own machine."""
