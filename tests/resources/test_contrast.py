# SPDX-License-Identifier: GPL-3.0-or-later
"""The page's colours can be told apart by everybody: 4.5 to 1 for text, as WCAG 2.1 has it."""
import pathlib
import re
import unittest

STYLE = pathlib.Path(__file__).resolve().parents[2] / "resources/web/prometheus.css"
VARIABLE = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6});")
STATES = ("failed", "stale", "overdue", "fresh")
# Text, and what it may stand on.
PAIRS = [(state, state + "-tint") for state in STATES] + [
    (text, back) for text in ("text", "muted", "accent", "danger") for back in ("back", "panel")] + [
    (text, back) for text in ("text", "muted") for back in ("hover", "picked")] + [
    (state, back) for state in STATES for back in ("back", "panel")] + [("back", "danger")]


def schemes():
    """Variable -> colour, in the light and in the dark."""
    light, dark = STYLE.read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)", 1)
    bright = dict(VARIABLE.findall(light))
    return {"light": bright, "dark": {**bright, **dict(VARIABLE.findall(dark))}}


def luminance(colour):
    def linear(part):
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    red, green, blue = (linear(int(colour[at:at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


class Contrast(unittest.TestCase):
    def test_text_can_be_read(self):
        for scheme, colours in schemes().items():
            for text, back in PAIRS:
                with self.subTest(scheme=scheme, text=text, back=back):
                    self.assertGreaterEqual(contrast(colours[text], colours[back]), 4.5)

    def test_the_schemes_differ(self):
        both = schemes()
        for state in STATES:
            self.assertNotEqual(both["light"][state], both["dark"][state])

    def test_the_computation(self):
        self.assertAlmostEqual(contrast("#000000", "#ffffff"), 21)
        self.assertAlmostEqual(contrast("#777777", "#ffffff"), 4.48, 2)


if __name__ == "__main__":
    unittest.main()
