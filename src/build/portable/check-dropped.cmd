@echo off
rem Checks the files and folders that are dropped onto this file. Explorer quotes only names with spaces, so that cmd would
rem break others at "and" signs: the whole command line goes along, which delayed expansion alone leaves as it is.
setlocal EnableDelayedExpansion
set "BIEU2_COMMAND_LINE=!cmdcmdline!"
setlocal DisableDelayedExpansion
chcp 65001 >nul
title bieu2
rem Explorer runs a script in a ZIP file without the rest of it.
if not exist "%~dp0node\node.exe" echo Hãy giải nén cả tệp ZIP rồi chạy lại. Unpack the whole ZIP file and run again.& pause & exit 2
"%~dp0node\node.exe" "%~dp0dist\bin.cjs" dropped %*
set "BIEU2_CODE=%errorlevel%"
pause
rem Not "exit /b": cmd would go on with what follows such a sign in a name, as a command.
exit %BIEU2_CODE%
