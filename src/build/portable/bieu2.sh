#!/bin/sh
# Runs bieu2 with the Node.js beside it, wherever a link leads here from.
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
case $self in
  */*) folder=${self%/*} ;;
  *) folder=. ;;
esac
exec "$folder/node/node" "$folder/dist/bin.cjs" "$@"
