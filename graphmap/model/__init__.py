"""The model told from its declaration: for people in Markdown and as a page, for programs as JSON Schema."""
