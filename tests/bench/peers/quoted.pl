# The same as CSV with quotes, with Text::CSV_XS, which is written in C.
use strict;
use warnings;
use Text::CSV_XS;

my $csv = Text::CSV_XS->new({
    binary => 1, auto_diag => 1, decode_utf8 => 0,
});
my @names;
print "citizenship,region,year,value,status,notes,is_total\n";
while (my $row = $csv->getline(*STDIN)) {
    my ($label, @cells) = @$row;
    if (@cells && $label eq '') {
        @names = map { ",$_,2007," } 'Total', @cells[1 .. $#cells];
        next;
    }
    next if !@cells || $label eq 'Citizenship';
    my $note = $label =~ s/ ¹$// ? '1' : '';
    $label =~ s/"/""/g;
    my $out = '';
    for my $i (0 .. $#cells) {
        my $value = $cells[$i];
        if ($value eq '-') {
            $out .= "\"$label\"$names[$i]0,nil,$note,\n";
        } else {
            $value =~ tr/,//d;
            $out .= "\"$label\"$names[$i]$value,,$note,\n";
        }
    }
    print $out;
}
