"""What the documents point at exists."""

import re
import subprocess
import unittest
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[3]
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CLASS = re.compile(r"([A-Z][a-z0-9]+){2,}(\.[a-z]\w*(\(\))?)?")
_PATH = re.compile(r"[\w.-]+(/[\w.-]+)+/?")
# Pages that name places of the code for somebody who does not know it; a page of them that lies is worse than none.
GUIDES = ("docs/walk.md", "docs/how-to/*.md", "docs/operations/threads-and-locks.md")


def files():
    """Everything that is kept in the repository, or is about to be."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).exists()]


def anchors(text):
    """The anchors of a page's headings, as they are made from them."""
    headings = re.findall(r"^#+ +(.*?) *$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page: Path):
    for target in _LINK.findall(_FENCE.sub("", page.read_text())):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        place = (page.parent / path).resolve() if path else page
        if not place.exists():
            yield target
        elif anchor and place.suffix == ".md" and anchor not in anchors(place.read_text()):
            yield target


def unknown_names(text, known_paths, known_classes):
    """Names in code type that look like a class or a path and are none."""
    for name in _CODE.findall(_FENCE.sub("", text)):
        if _CLASS.fullmatch(name) and name.partition(".")[0] not in known_classes:
            yield name
        elif _PATH.fullmatch(name) and not any(path == name.rstrip("/") or f"/{path}/".find(f"/{name.strip('/')}/") >= 0
                                               for path in known_paths):
            yield name


class PointingAtThings(unittest.TestCase):
    def test_every_link_of_every_document_leads_somewhere(self):
        broken = [f"{name}: {target}" for name in files() if name.endswith(".md") for target in broken_links(ROOT / name)]
        self.assertEqual([], broken)

    def test_every_class_and_path_that_a_guide_names_exists(self):
        kept = files()
        classes = {Path(name).stem for name in kept if name.endswith((".java", ".py"))}
        pages = [page for pattern in GUIDES for page in sorted(ROOT.glob(pattern))]
        unknown = [f"{page.relative_to(ROOT)}: {name}" for page in pages for name in unknown_names(page.read_text(), kept, classes)]
        self.assertEqual([], unknown)

    def test_every_test_that_is_said_to_hold_a_promise_exists(self):
        named = re.findall(r"`(\w+(?:Test|IT))(?:\.(\w+))?`", (ROOT / "SECURITY.md").read_text())
        places = {Path(name).stem: ROOT / name for name in files() if name.endswith(".java")}
        missing = [f"{test}.{method}" for test, method in named
                   if test not in places or (method and f"void {method}(" not in places[test].read_text())]
        self.assertGreater(len(named), 5)
        self.assertEqual([], missing)

    def test_every_promise_names_a_test_scenario_or_trigger_that_exists(self):
        kept = files()
        known = {Path(name).stem for name in kept if name.endswith(("Test.java", "IT.java"))}
        known |= {name.rpartition("/")[2] for name in kept if "/tests/test_" in name or "/test/scenarios/" in name}
        known |= {name for name in kept if name.startswith("sql/")}
        held = [row.split(" | ") for row in (ROOT / "SECURITY.md").read_text().splitlines() if row.startswith("| ")][2:]
        self.assertGreater(len(held), 50)
        self.assertEqual([], [promise for promise, *by in held if not known & {
            part for name in _CODE.findall(" ".join(by)) for part in (name, name.partition(".")[0])}])

    def test_every_timer_of_the_portal_is_listed(self):
        timers = {Path(name).stem for name in files() if name.startswith("portal-") and "/src/main/" in name
                  and name.endswith(".java") and "@Schedule(" in (ROOT / name).read_text()}
        listed = (ROOT / "docs/operations/threads-and-locks.md").read_text()
        self.assertGreater(len(timers), 5)
        self.assertEqual([], sorted(timer for timer in timers if f"[{timer}]" not in listed))

    def test_every_guide_of_the_folder_is_in_its_index(self):
        folder = ROOT / "docs/how-to"
        linked = set(_LINK.findall((folder / "README.md").read_text()))
        self.assertLessEqual({page.name for page in folder.glob("*.md")} - {"README.md"}, linked)


class FindingWhatIsWrong(unittest.TestCase):
    def test_a_class_or_path_that_does_not_exist_is_found(self):
        text = "`OrderService.place` is in `portal-ejb/order`, `NoSuchThing` and `no/such.file` are nowhere. `Plain` and `a b/c` are words."
        found = list(unknown_names(text, ["portal-ejb/order/OrderService.java"], {"OrderService"}))
        self.assertEqual(["NoSuchThing", "no/such.file"], found)

    def test_headings_become_anchors(self):
        self.assertEqual({"the-words", "a-database-restored"}, anchors("# The `words`\n\n## A database, restored\n"))


if __name__ == "__main__":
    unittest.main()
