"""How is complaintkit started with `python -m complaintkit`?"""

from complaintkit.cli.start import main

if __name__ == "__main__":
    main()
