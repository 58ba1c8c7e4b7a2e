### What the window itself says, whatever screen is shown.

language-name = English
window-title = Compute Race
window-no-screen = No screen was found. Use `run` without one (python main.py run LEVEL --seed 1), or set DISPLAY.
