package org.yuzuri.images;

/** What a file was found to be, with the file's name. */
record Named<T>(String name, T content) {}
