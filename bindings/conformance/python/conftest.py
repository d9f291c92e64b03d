"""One `Telling` for all scenarios, written where CONFORMANCE_OUT says; a folder for each."""

import os
import pathlib

import pytest
from harness import Telling

TOLD = Telling()


@pytest.fixture
def told():
    return TOLD


@pytest.fixture
def folder(tmp_path):
    return str(tmp_path / "data")


def pytest_sessionfinish():
    pathlib.Path(os.environ["CONFORMANCE_OUT"]).write_text("\n".join(TOLD.lines) + "\n", encoding="utf-8")
