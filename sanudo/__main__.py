"""`python -m sanudo`: the same as `sanudo`."""

from sanudo.cli import main

if __name__ == "__main__":  # not in worker processes, which import this
    main()
