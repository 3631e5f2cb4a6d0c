"""Tables, bars and the verdict."""


class Failure(Exception):
    """Ends a benchmark: something it measures did not run."""


class Report:
    """Prints as it goes and ends with one line: `NAME: reached` or `NAME: falls short: WHAT`."""

    def __init__(self, name):
        self.name = name
        self.missed = []
        self.unmeasured = []

    def note(self, text):
        print(text, flush=True)

    def table(self, heads, rows):
        """The first column is flush left, all others flush right."""
        lines = [heads] + [[str(cell) for cell in row] for row in rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
        for line in lines:
            cells = [line[0].ljust(widths[0])]
            cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
            self.note("  ".join(cells).rstrip())

    def bar(self, what, figure, bar, is_reached):
        """One line with what was measured, its figure, the bar and whether it is reached."""
        self.note(f"{what}: {figure} (bar: {bar}): {'reached' if is_reached else 'falls short'}")
        if not is_reached:
            self.missed.append(f"{what} {figure}, bar {bar}")

    def leave_out(self, what, bar, reason):
        """A bar that nothing was measured for."""
        self.note(f"{what}: not measured, {reason} (bar: {bar})")
        self.unmeasured.append(what)

    def fail(self, what):
        self.missed.append(what)

    def close(self):
        """Prints the verdict and returns the exit status."""
        if self.missed:
            print(f"{self.name}: falls short: {'; '.join(self.missed)}")
            return 1
        rest = f" (not measured: {'; '.join(self.unmeasured)})" if self.unmeasured else ""
        print(f"{self.name}: reached{rest}")
        return 0
