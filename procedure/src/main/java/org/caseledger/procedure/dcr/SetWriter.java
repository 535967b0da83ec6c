// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes a set of events as a sorted JSON array. The text of every four neighbours is made once, for each subset. */
final class SetWriter {

    private static final int GROUP = 4;
    private static final byte[] OPEN = {'['};
    private static final byte[] CLOSE = {']'};

    private final byte[][][] texts;

    SetWriter(DcrProgram program) {
        texts = new byte[program.words() * Long.SIZE / GROUP][1 << GROUP][];
        for (var group = 0; group < texts.length; group++) {
            for (var subset = 0; subset < 1 << GROUP; subset++) {
                texts[group][subset] = text(program, group * GROUP, subset);
            }
        }
    }

    void write(long[] bits, TraceOutput out) {
        out.add(OPEN);
        var begin = out.length();
        var groups = Long.SIZE / GROUP;
        for (var word = 0; word < bits.length; word++) {
            var group = word * groups;
            for (var rest = bits[word]; rest != 0; rest >>>= GROUP, group++) {
                out.add(texts[group][(int) rest & ((1 << GROUP) - 1)]);
            }
        }
        if (out.length() > begin) {
            out.cut(out.length() - 1);
        }
        out.add(CLOSE);
    }

    private static byte[] text(DcrProgram program, int first, int subset) {
        var text = new StringBuilder();
        for (var i = 0; i < GROUP && first + i < program.size(); i++) {
            if ((subset & (1 << i)) != 0) {
                text.append('"');
                text.append(JsonStringEncoder.getInstance().quoteAsString(program.id(first + i)));
                text.append("\",");
            }
        }
        return TraceOutput.text(text.toString());
    }
}
