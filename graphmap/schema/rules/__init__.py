"""The rules of the model, one file each: what a record must obey, and what is derived when it is written."""
