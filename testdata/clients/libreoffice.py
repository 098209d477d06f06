#!/usr/bin/python3
"""Asks LibreOffice's own LanguageTool client what it makes of a server's answers.

    COACH=http://127.0.0.1:8484 libreoffice.py

A LibreOffice without windows, with a profile of its own, is told the address, and its grammar checker is asked for some
paragraphs as Writer would ask. Needs libreoffice-writer-nogui and python3-uno of Debian, and with them Debian's Python.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

OFFICE_STARTS_WITHIN = 60  # seconds

# A paragraph, with what must come back for each of its findings: the words underlined, whether there are suggestions, and
# words of the explanation.
PARAGRAPHS = [
    ("It was just a mistake.", [("It was just a mistake.", True, "makes it small and makes it nobody's choice")]),
    (
        "\U0001F600\U0001F600 I cheated. It was just a mistake.",
        [("It was just a mistake.", True, "makes it small and makes it nobody's choice")],
    ),
    ("Dinner is in the oven and the keys are on the hook.", []),
    (
        "It was just a mistake. If you leave me I'm going to kill myself.",
        [
            ("It was just a mistake", False, "makes it small and makes it nobody's choice"),
            ("If you leave me I'm going to kill myself", False, "The message can wait."),
        ],
    ),
]


def property(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(pipe):
    """The component context of the office that listens on a pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + OFFICE_STARTS_WITHIN
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def use_server(context, url):
    """What Tools > Options > Language Settings > LanguageTool Server sets."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    path = "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
    settings = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (property("nodepath", path),)
    )
    settings.setPropertyValue("IsEnabled", True)
    settings.setPropertyValue("BaseURL", url)
    settings.commitChanges()


def check(context, url):
    """The number of paragraphs that came back wrong."""
    print(url)
    use_server(context, url)
    checker = context.ServiceManager.createInstanceWithContext(
        "org.openoffice.lingu.LanguageToolGrammarChecker", context
    )
    english = Locale("en", "US", "")
    if not checker.hasLocale(english):
        print("LibreOffice does not take English from", url, file=sys.stderr)
        return 1
    wrong = 0
    for text, expected in PARAGRAPHS:
        units = text.encode("utf-16-le")
        result = checker.doProofreading("coach", text, english, 0, len(units) // 2, ())
        print(repr(text))
        found = []
        for e in result.aErrors:
            start, end = 2 * e.nErrorStart, 2 * (e.nErrorStart + e.nErrorLength)
            words = units[start:end].decode("utf-16-le")
            # LibreOffice 7.4 takes LanguageTool's message for the short comment and its shortMessage for the full one.
            found.append((words, len(e.aSuggestions) > 0, e.aShortComment))
            print(f"  {words!r}: {e.aFullComment}: {e.aShortComment}")
            for s in e.aSuggestions:
                print(f"    -> {s!r}")
        same = len(found) == len(expected) and all(
            f[:2] == w[:2] and w[2] in f[2] for f, w in zip(found, expected)
        )
        if not same:
            wrong += 1
            print(f"  want {expected}", file=sys.stderr)
    return wrong


def main(url):
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"coach{os.getpid()}"
        office = subprocess.Popen(
            [
                "soffice", "--headless", "--invisible", "--norestore", "--nologo", "--nodefault",
                f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;",
            ],
            start_new_session=True,
        )
        context = None
        try:
            context = connect(pipe)
            return check(context, url)
        finally:
            stop(office, context)


def stop(office, context):
    """Ends the office in its own way, or else by force."""
    try:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        desktop.terminate()
        office.wait(timeout=20)
    except Exception:  # it did not start, or is already gone, or hangs
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


if __name__ == "__main__":
    # The settings ask for an address with /v2; people leave it out, or let it end in a slash.
    server = os.environ["COACH"]
    sys.exit(1 if sum(main(server + path) for path in ("/v2", "/v2/", "", "/")) else 0)
