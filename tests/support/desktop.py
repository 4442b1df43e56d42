# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own with a window manager, and the desktop program on it, driven as by hand."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

from gateway import end_with_parent, wait_until

TOOLS = ("Xvfb", "openbox", "xdotool", "scrot")


def missing_tools():
    return [tool for tool in TOOLS if not shutil.which(tool)]


class Screen:
    """An X server that nobody else uses, with a window manager."""

    def __init__(self, width=1440, height=900):
        self.size = "%dx%dx24" % (width, height)
        self.display = None
        self.children = []

    def __enter__(self):
        read_end, write_end = os.pipe()
        self._start(["Xvfb", "-displayfd", str(write_end), "-screen", "0", self.size, "-nolisten", "tcp"],
                    pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            self.display = ":" + answer.readline().strip()
        self._start(["openbox", "--sm-disable"])
        wait_until(lambda: self.run(["xdotool", "get_num_desktops"]), 20, "there is a window manager")
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.terminate()
            child.wait(20)

    def _start(self, argv, **more):
        environment = dict(os.environ)
        if self.display:
            environment["DISPLAY"] = self.display
        self.children.append(subprocess.Popen(argv, env=environment, stdout=subprocess.DEVNULL,
                                              stderr=subprocess.DEVNULL, preexec_fn=end_with_parent,
                                              **more))

    def run(self, argv):
        """What the tool says; empty if it fails."""
        done = subprocess.run(argv, env={**os.environ, "DISPLAY": self.display}, text=True,
                              capture_output=True, timeout=60, check=False)
        return done.stdout if done.returncode == 0 else ""

    def shoot(self, path):
        self.run(["scrot", "--overwrite", str(path)])
        assert pathlib.Path(path).stat().st_size > 1000, path


class Program:
    """`pushgate-admin` with settings of its own."""

    def __init__(self, screen, *arguments, language="C.UTF-8", appearance=1):
        self.screen = screen
        self.arguments = arguments
        self.language = language
        self.home = tempfile.TemporaryDirectory(prefix="pushgate-desktop-")
        settings = pathlib.Path(self.home.name) / ".config/pushgate/pushgate-admin.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text("[General]\nappearance=%d\n" % appearance, encoding="ascii")
        self.log = tempfile.TemporaryFile()
        self.process = None
        self.window = None

    def __enter__(self):
        home = self.home.name
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY")}
        environment.update(DISPLAY=self.screen.display, HOME=home, XDG_CONFIG_HOME=home + "/.config",
                           XDG_RUNTIME_DIR=home, LC_ALL=self.language, QT_QPA_PLATFORM="xcb",
                           QT_SCALE_FACTOR="1")
        self.process = subprocess.Popen([os.environ["PUSHGATE_ADMIN"], *self.arguments], env=environment,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                        preexec_fn=end_with_parent)
        self.window = self.wait_for_window("^Pushgate$")
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(30)
        self.log.close()
        self.home.cleanup()

    def log_text(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def windows(self, title):
        found = self.screen.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid),
                                 "--name", title])
        return found.split()

    def wait_for_window(self, title):
        """Its number, once it has the focus."""
        def active():
            assert self.process.poll() is None, self.log_text()
            for window in self.windows(title):
                if self.screen.run(["xdotool", "getactivewindow"]).strip() == window:
                    return window
            return None
        return wait_until(active, 30, "a window %s is active" % title)

    def wait_until_closed(self, title):
        wait_until(lambda: not self.windows(title), 20, "the window %s is closed" % title)

    def press(self, *keys):
        self.screen.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *keys])

    def type(self, text):
        self.screen.run(["xdotool", "type", "--delay", "10", text])

    @contextlib.contextmanager
    def dialog(self, keys, title):
        """Opened by these keys, closed by Escape unless it is closed already."""
        self.press(*keys)
        self.wait_for_window(title)
        yield
        if self.windows(title):
            self.press("Escape")
        self.wait_until_closed(title)
