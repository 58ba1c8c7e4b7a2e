"""Questions of balance: what wins too often, what a change or a lever is worth, what the result hangs on, what to mend.

Every question plays games through `games`, keeps them through `store`, and tells its cost before it begins.
"""
