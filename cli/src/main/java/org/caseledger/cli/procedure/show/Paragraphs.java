// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

/** Text for a terminal, wrapped and indented. */
public final class Paragraphs {
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    public void heading(String heading) {
        text.append('\n')
                .append(heading)
                .append('\n')
                .append("-".repeat(heading.length()))
                .append("\n\n");
    }

    public void blank() {
        text.append('\n');
    }

    public void add(int indent, String paragraph) {
        add(indent, "", paragraph);
    }

    /** A paragraph whose later lines stand under the first word after the label. */
    public void add(int indent, String label, String paragraph) {
        StringBuilder line = new StringBuilder(" ".repeat(indent)).append(label);
        int margin = line.length();
        for (String word : paragraph.strip().split("\\s+", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > margin) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(margin));
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
