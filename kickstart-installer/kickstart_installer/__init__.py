"""Installs Debian from a kickstart file that pykickstart, Anaconda's own parser, has read."""
