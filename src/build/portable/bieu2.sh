#!/bin/sh
# Runs bieu2 with the Node.js beside it, by whatever link it is called.
case $0 in
  */*) self=$0 ;;
  *) self=./$0 ;;
esac
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
folder=${self%/*}
exec "$folder/node/node" "$folder/dist/bin.cjs" "$@"
