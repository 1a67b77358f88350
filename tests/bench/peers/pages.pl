# The layout of samples/immigration-2007.txt, by hand.
use strict;
use warnings;

my @names;
print "citizenship,region,year,value,status,notes,is_total\n";
while (<STDIN>) {
    chomp;
    my ($label, @cells) = split /\t/, $_, -1;
    if (@cells && $label eq '') {
        @names = map { ",$_,2007," } 'Total', @cells[1 .. $#cells];
        next;
    }
    next if !@cells || $label eq 'Citizenship';
    my $note = $label =~ s/ ¹$// ? '1' : '';
    my $out = '';
    for my $i (0 .. $#cells) {
        my $value = $cells[$i];
        if ($value eq '-') {
            $out .= "$label$names[$i]0,nil,$note,\n";
        } else {
            $value =~ tr/ //d;
            $out .= "$label$names[$i]$value,,$note,\n";
        }
    }
    print $out;
}
