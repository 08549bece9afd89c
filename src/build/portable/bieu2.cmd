@rem Runs bieu2 with the Node.js beside it.
@setlocal DisableDelayedExpansion
@"%~dp0node\node.exe" "%~dp0dist\bin.cjs" %*
