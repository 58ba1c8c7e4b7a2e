"""Environments for those who train minds of their own: PettingZoo's for all firms, Gymnasium's for one seat.

They need the extra `env`. Everything that a learner does goes through the door that persons and minds use, and it sees
what its firm sees: `docs/environment.md`.
"""

from game.lab.trouble import LabError

try:
    from game.lab.environment.parallel import RaceEnv, aec_env, parallel_env
    from game.lab.environment.single import FirmEnv
except ModuleNotFoundError as error:
    if error.name not in ("gymnasium", "pettingzoo"):
        raise
    raise LabError(f"{error.name} is missing: pip install 'compute-race[env]'") from error

__all__ = ["FirmEnv", "RaceEnv", "aec_env", "parallel_env"]
