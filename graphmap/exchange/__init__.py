"""Files in and out: tables, native files, mappings, templates, exports, the model as documents."""
