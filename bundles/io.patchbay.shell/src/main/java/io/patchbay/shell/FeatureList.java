// SPDX-License-Identifier: Apache-2.0
package io.patchbay.shell;

import io.patchbay.provision.api.FeatureLine;
import io.patchbay.provision.api.Features;
import io.patchbay.provision.api.Piece;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code patchbay:features}: all features, or one with everything it brings. */
@Service
@Command(
        scope = "patchbay",
        name = "features",
        description = "Lists features with state, version, what they bring and who needs them")
public final class FeatureList implements Action {
    private static final int MOST_NAMED = 4;

    @Argument(index = 0, name = "feature", description = "One of them, in full")
    private String feature = "";

    @Reference
    private Features features;

    /** Made by the shell. */
    public FeatureList() {}

    @Override
    public Object execute() {
        if (feature.isEmpty()) {
            table();
            return null;
        }
        System.out.println(features.all().stream()
                .filter(line -> line.name().equals(feature) || line.name().equals("patchbay-" + feature))
                .findFirst()
                .map(FeatureList::full)
                .orElseThrow(() -> new IllegalStateException("There is no feature " + feature)));
        return null;
    }

    private void table() {
        ShellTable table = new ShellTable().noHeaders().emptyTableText("There are no features");
        for (String head : new String[] {"Feature", "Version", "State", "Brings", "Needed by"}) {
            table.column(head);
        }
        table.addRow().addContent("FEATURE", "VERSION", "STATE", "BRINGS", "NEEDED BY");
        for (FeatureLine line : features.all()) {
            table.addRow()
                    .addContent(
                            line.name(),
                            line.version()
                                    + line.ties()
                                            .newer()
                                            .map(newer -> " (newer: " + newer + ")")
                                            .orElse(""),
                            line.state().wire(),
                            counted(line.brings()),
                            needed(line));
            if (!line.problem().isEmpty()) {
                table.addRow().addContent("", "", line.problem(), "", "");
            }
        }
        table.print(System.out);
    }

    private static String needed(FeatureLine line) {
        int count = line.ties().neededBy().size();
        return count > MOST_NAMED
                ? count + " features"
                : String.join(" ", new TreeSet<>(line.ties().neededBy()));
    }

    /** For example {@code 1 channel, 3 commands}. */
    private static String counted(List<Piece> pieces) {
        Map<Piece.Kind, Long> counts =
                pieces.stream().collect(Collectors.groupingBy(Piece::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> one.getValue() + " " + plural(one.getKey().wire(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String plural(String word, long count) {
        if (count == 1 || word.equals("routes")) {
            return word;
        }
        return word + (word.endsWith("s") ? "es" : "s");
    }

    private static String full(FeatureLine line) {
        StringBuilder text = new StringBuilder(
                line.name() + " " + line.version() + " " + line.state().wire() + "\n"
                        + line.about().description() + "\nfrom " + line.about().repository() + "\nneeds "
                        + String.join(" ", new TreeSet<>(line.ties().needs())) + "\nneeded by "
                        + String.join(" ", new TreeSet<>(line.ties().neededBy())));
        line.brings().forEach(piece -> text.append("\n  ")
                .append(piece.kind().wire())
                .append(' ')
                .append(piece.name()));
        return text.toString();
    }
}
