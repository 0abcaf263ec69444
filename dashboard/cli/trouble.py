"""What the machine may do to any command, as sentences: a full disk, a folder that is missing or closed."""

import errno
import os
import sqlite3
import sys
from io import TextIOWrapper

TROUBLES = (OSError, UnicodeError, sqlite3.Error, MemoryError)
"""What may come over any command; ``LockedError`` and a command's own errors are sentences already."""

AS_IT_WAS = "What was there stays as it was."
_FULL = "The disk is full{of}."
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "A file would be larger than this system allows{of}.",
    errno.EROFS: "The disk can only be read{of}.",
    errno.EACCES: "This user may not do that{of}.",
    errno.EPERM: "This user may not do that{of}.",
    errno.ENOENT: "There is no such file or folder{of}.",
    errno.ENOTDIR: "There is a file where a folder should be{of}.",
    errno.EISDIR: "There is a folder where a file should be{of}.",
    errno.ENAMETOOLONG: "A name is too long{of}.",
}


def sentence(error: BaseException) -> str:
    """Say in a sentence or two what stopped a command, and what that means for what is stored."""
    match error:
        case OSError():
            return f"{_of_the_system(error)} {AS_IT_WAS}"
        case UnicodeError():
            return (
                "A text cannot be read or written in this terminal's character set "
                f"({sys.getfilesystemencoding()}): set LC_ALL=C.UTF-8, and try again. {AS_IT_WAS}"
            )
        case sqlite3.Error():
            return f"A database cannot be read or written: {error}. {AS_IT_WAS}"
        case MemoryError():
            return f"There is not enough memory. {AS_IT_WAS}"
    return str(error)


def say_what_can_be_said() -> None:
    """Let no sentence fail because the terminal's character set has no sign for a letter or a quote in it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def close_output() -> None:
    """Send what is still to be printed nowhere: whoever should get it (a pipe, a full disk) cannot."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _of_the_system(error: OSError) -> str:
    named = [name for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
    of = f": {' and '.join(map(os.fsdecode, named))}" if named else ""
    known = _SENTENCES.get(error.errno or 0)
    return known.format(of=of) if known else f"{error.strerror or error}{of}."
