"""How is a pack locked for one reader, in the age format that other tools open too?"""

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from complaintkit.errors import CannotWrite, FileUnusable, WrongUsage
from complaintkit.store.home import writing_whole

ENDING = ".age"
SHORTEST = 10
"""Signs of a passphrase: fewer can be tried out."""
MOST_IN_MEMORY = 1 << 30
_HEAD = b"age-encryption.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A passphrase, or public keys (`age1…`) of those who may open it. One of the two is there."""

    passphrase: str = ""
    keys: tuple[str, ...] = ()


def lock_for(told: tuple[str, ...]) -> Lock:
    """Return the lock for public keys, each told itself or as a file that holds some.

    Raises WrongUsage for what is no such key, CannotWrite where age is not at hand.
    """
    pyrage = _pyrage()
    keys: list[str] = []
    for one in told:
        path = Path(one)
        text = path.read_text("utf-8", errors="replace") if path.is_file() else one
        keys += [line.strip() for line in text.splitlines() if line.strip()[:1] not in ("", "#")]
    for key in keys:
        try:
            pyrage.x25519.Recipient.from_str(key)
        except pyrage.RecipientError as problem:
            raise WrongUsage(
                f"“{key[:70]}” is no public key of age.",
                fix="It begins with age1. Whoever is to read the pack makes it with `age-keygen`.",
            ) from problem
    return Lock(keys=tuple(keys))


def check_passphrase(passphrase: str) -> None:
    """Raise WrongUsage for a passphrase that can be tried out."""
    if len(passphrase) < SHORTEST:
        raise WrongUsage(
            f"A passphrase of fewer than {SHORTEST} signs can be tried out.",
            fix="Take four or five words that do not belong together.",
        )


def lock_file(source: Path, target: Path, lock: Lock) -> None:
    """Write `source` locked to `target`, whole or not at all.

    Raises CannotWrite where age is not at hand, or for over 1 GB with a passphrase.
    """
    pyrage = _pyrage()
    with writing_whole(target) as beside:
        if lock.keys:
            keys = [pyrage.x25519.Recipient.from_str(key) for key in lock.keys]
            pyrage.encrypt_file(str(source), str(beside), keys)
            return
        if source.stat().st_size > MOST_IN_MEMORY:
            raise CannotWrite(
                "A pack of more than 1 GB cannot be locked with a passphrase.",
                fix="Lock it for a public key with --to, or leave large files out.",
            )
        beside.write_bytes(pyrage.passphrase.encrypt(source.read_bytes(), lock.passphrase))


def is_locked(source: Path) -> bool:
    """Whether a file is locked in the age format."""
    try:
        with source.open("rb") as stream:
            return stream.read(len(_HEAD)) == _HEAD
    except OSError:
        return False


def unlock(source: Path, passphrase: str) -> bytes:
    """Return what a passphrase opens.

    Raises FileUnusable where it does not open the file, CannotWrite where age is not at hand.
    """
    pyrage = _pyrage()
    try:
        opened: bytes = pyrage.passphrase.decrypt(source.read_bytes(), passphrase)
    except pyrage.DecryptError as problem:
        raise FileUnusable(
            f"That passphrase does not open {source}, or the file is damaged.",
            fix="Try again. One that was locked for a key is opened with the age tool.",
        ) from problem
    return opened


def _pyrage() -> ModuleType:
    try:
        import pyrage
    except ImportError as absent:
        raise CannotWrite(
            "Packs cannot be locked on this computer: the part for it (pyrage) is not installed.",
            fix="Install it with `pip install 'complaintkit[crypt]'`.",
        ) from absent
    found: ModuleType = pyrage
    return found
