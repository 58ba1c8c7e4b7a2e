"""Sound: `player` plays effects and the score by name, `synth`, `effects` and `score` make them with numpy."""
