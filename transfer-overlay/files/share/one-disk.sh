# Erasing one disk, and proving it: what each of the eraser's processes does. A disk's state is in files below
# $RUN/disk/NAME: method, written, read (bytes), problem, verified.

# GNU's, not the shell's own.
DD=$YUZURI/bin/dd
MIB=1048576
BLOCK=$((4 * MIB))
WRITE_AT_ONCE=$((256 * MIB))
# What differs from zeroes is kept in memory meanwhile, of each disk.
READ_AT_ONCE=$((64 * MIB))

# erase_disk NAME SIZE: overwrites and reads back; notes a problem and ends at the first.
erase_disk() {
  local name=$1 size=$2 state=$RUN/disk/$1 why
  why=$(why_not_writable "$name")
  if [ -n "$why" ]; then
    echo "$why" > "$state/problem"
  elif overwrite "$DEV/$name" "$size" "$state" && verify "$DEV/$name" "$size" "$state"; then
    echo true > "$state/verified"
  fi
}

# overwrite DEVICE SIZE STATE: discards if the disk can, then writes zeroes over all of it: what a discarded block
# reads as is up to the disk.
overwrite() {
  local device=$1 size=$2 state=$3 offset=0 length
  echo zero > "$state/method"
  if blkdiscard "$device" 2>> $LOG/erase.err; then echo discard+zero > "$state/method"; fi
  while [ $offset -lt "$size" ]; do
    length=$((size - offset))
    [ $length -le $WRITE_AT_ONCE ] || length=$WRITE_AT_ONCE
    write_zeroes "$device" $offset $length 2> "$state/dd.err" \
      || { echo "writing at byte $offset and on failed: $(tail -n 1 "$state/dd.err")" > "$state/problem"; return 1; }
    offset=$((offset + length))
    echo $offset > "$state/written"
  done
}

# In large blocks and past the kernel's cache, here and when reading back.
write_zeroes() {
  $DD if=/dev/zero of="$1" bs=$BLOCK seek="$2" count="$3" iflag=count_bytes oflag=seek_bytes,direct conv=notrunc,fsync status=none
}

# verify DEVICE SIZE STATE: reads back all of it; with a limit, as many parts as that makes: the first, the last, and
# between them one at a random place in each of as many equal stretches.
verify() {
  local device=$1 size=$2 state=$3 done=0 offset=0 length wanted parts part=0
  wanted=$(to_read_back "$size")
  parts=$(((wanted + READ_AT_ONCE - 1) / READ_AT_ONCE))
  blockdev --flushbufs "$device"
  while [ $part -lt $parts ]; do
    if [ "$wanted" -lt "$size" ]; then offset=$(sample $part $parts "$size"); else offset=$((part * READ_AT_ONCE)); fi
    part=$((part + 1))
    length=$((size - offset))
    [ $part -eq $parts ] || length=$READ_AT_ONCE
    read_back "$device" "$offset" $length "$state" || return 1
    done=$((done + length))
    echo $done > "$state/read"
  done
}

# sample PART PARTS SIZE: where one of them begins, at a whole block of 4096 bytes. The last one begins where no more than
# it and such a block are left, and is read to the end.
sample() {
  local last=$((($3 - READ_AT_ONCE) / 4096 * 4096)) stretch
  stretch=$((last / ($2 - 1)))
  if [ "$1" -eq 0 ]; then echo 0
  elif [ "$1" -eq $(($2 - 1)) ]; then echo $last
  else echo $((($1 * stretch + $(random_below $((stretch - READ_AT_ONCE + 1)))) / 4096 * 4096))
  fi
}

# to_read_back SIZE: how many bytes of a disk of this size are read back: all, unless the operator set a limit.
to_read_back() {
  local limit=$((${YUZURI_READ_BACK_GIB:-0} * 1024 * MIB))
  if [ $limit -gt 0 ] && [ $limit -lt "$1" ]; then echo $limit; else echo "$1"; fi
}

# Fails unless LENGTH bytes at OFFSET read as zeroes. dd looks at every byte: a block of zeroes becomes a hole
# of its output, anything else is written there. So the output has the length that was read, and no block.
read_back() {
  local device=$1 offset=$2 length=$3 state=$4 copy=$RUN/copy/${1##*/} found
  rm -f "$copy"
  $DD if="$device" of="$copy" bs=$BLOCK skip="$offset" count="$length" iflag=skip_bytes,count_bytes,direct conv=sparse status=none 2> "$state/dd.err" \
    || { echo "reading back at byte $offset and on failed: $(tail -n 1 "$state/dd.err")" > "$state/problem"; return 1; }
  found=$(stat -c '%s bytes read, %b blocks of them not zero' "$copy")
  [ "$found" != "$length bytes read, 0 blocks of them not zero" ] || return 0
  echo "not erased at byte $offset and on: $found" > "$state/problem"
  return 1
}

random_below() {
  echo $(($(od -An -N 6 -t u8 /dev/urandom 2>/dev/null || od -An -N 4 -t u4 /dev/urandom) % $1))
}
