// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

/**
 * Plays traces: a JSON array of event ids a line in, a JSON object a line out. One player a thread.
 *
 * <p>Out are {@code accepted} (a boolean for each event; a refused one, also one of an unknown id, changes nothing), the
 * sorted ids that are {@code enabled}, {@code pending} and {@code included} at the end of the trace, and {@code mayEnd}
 * (no included event is pending).
 */
public final class TracePlayer {

    private static final byte[] ACCEPTED = TraceOutput.text("{\"accepted\":[");
    private static final byte[] TRUE = TraceOutput.text("true,");
    private static final byte[] FALSE = TraceOutput.text("false,");
    private static final byte[] ENABLED = TraceOutput.text("],\"enabled\":");
    private static final byte[] PENDING = TraceOutput.text(",\"pending\":");
    private static final byte[] INCLUDED = TraceOutput.text(",\"included\":");
    private static final byte[] MAY_END = TraceOutput.text(",\"mayEnd\":true}\n");
    private static final byte[] MAY_NOT_END = TraceOutput.text(",\"mayEnd\":false}\n");

    private final DcrRun run;
    private final SetWriter sets;
    private final TraceLine line;

    public TracePlayer(DcrProgram program) {
        run = program.start();
        sets = new SetWriter(program);
        line = new TraceLine(new EventTable(program));
    }

    /**
     * Plays whole lines; the last one may lack its line end.
     *
     * @return the number of lines
     * @throws MalformedTraceException if a line is no array of texts; the lines before it were played into {@code out}
     */
    public int play(byte[] input, int length, TraceOutput out) {
        var lines = 0;
        var from = 0;
        while (from < length) {
            lines++;
            var to = from;
            while (to < length && input[to] != '\n') {
                to++;
            }
            var begin = out.length();
            try {
                play(input, from, to, out);
            } catch (TraceLine.Malformed e) {
                out.cut(begin);
                throw new MalformedTraceException(lines, e.sentence());
            }
            from = to + 1;
        }
        return lines;
    }

    private void play(byte[] input, int from, int to, TraceOutput out) {
        run.restart();
        out.add(ACCEPTED);
        var begin = out.length();
        line.open(input, from, to);
        while (line.next()) {
            out.add(run.execute(line.event()) ? TRUE : FALSE);
        }
        if (out.length() > begin) {
            out.cut(out.length() - 1);
        }
        out.add(ENABLED);
        sets.write(run.enabledBits(), out);
        out.add(PENDING);
        sets.write(run.pendingBits(), out);
        out.add(INCLUDED);
        sets.write(run.includedBits(), out);
        out.add(run.mayEnd() ? MAY_END : MAY_NOT_END);
    }
}
