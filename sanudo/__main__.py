"""`python -m sanudo`: the same as `sanudo`."""

from sanudo.cli import main

main()
