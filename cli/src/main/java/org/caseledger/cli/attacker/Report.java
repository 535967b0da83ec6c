// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came out, as one JSON document.
 *
 * @param complete false if the time limit came first
 * @param passes how often the evidence was read
 * @param read what the first pass read
 * @param pages stretches as long as a sealed page that look random
 * @param opened images, alive or dead, that a key opened
 * @param keys keys tried, guesses included
 */
record Report(
        boolean complete,
        int passes,
        Pass.Totals read,
        long pages,
        long opened,
        int keys,
        LinkBook book,
        List<Link> links,
        List<ClearText.Find> finds) {

    String json() {
        return "{\"v\":1,\"complete\":" + complete
                + ",\"passes\":" + passes
                + ",\"filesRead\":" + read.files()
                + ",\"filesUnreadable\":" + read.unreadable()
                + ",\"rowsRead\":" + read.rows()
                + ",\"bytesScanned\":" + read.bytes()
                + ",\"pageImages\":" + pages
                + ",\"imagesOpened\":" + opened
                + ",\"keysTried\":" + keys
                + ",\"entries\":" + entries()
                + ",\"links\":" + list(links, Report::link)
                + ",\"clearText\":" + list(finds, Report::find)
                + "}";
    }

    private String entries() {
        return "{\"link\":" + book.count('L')
                + ",\"handle\":" + book.count('H')
                + ",\"fileNumber\":" + book.count('F')
                + ",\"request\":" + book.count('R')
                + "}";
    }

    private static <T> String list(List<T> items, Function<T, String> form) {
        return items.stream().map(form).collect(Collectors.joining(",", "[", "]"));
    }

    private static String link(Link link) {
        return "{\"fileNumber\":" + quoted(link.fileNumber())
                + ",\"caseId\":" + quoted(link.caseId())
                + ",\"handle\":" + quoted(link.handle())
                + ",\"source\":" + quoted(link.source())
                + "}";
    }

    private static String find(ClearText.Find find) {
        return "{\"fileNumber\":" + quoted(find.fileNumber())
                + ",\"where\":" + quoted(find.where())
                + ",\"offset\":" + find.offset()
                + "}";
    }

    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        return text.chars().mapToObj(Report::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int c) {
        boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
        return plain ? String.valueOf((char) c) : "\\u" + String.join("", hex(c >> 8), hex(c));
    }

    private static String hex(int c) {
        return java.util.HexFormat.of().toHexDigits((byte) c);
    }
}
