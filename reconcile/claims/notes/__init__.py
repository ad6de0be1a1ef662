"""What a text takes back: editor's notes, revisions, denials."""
