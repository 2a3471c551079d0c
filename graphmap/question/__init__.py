"""What a question is: its parameters and columns, declared in the head of the file that answers it."""
