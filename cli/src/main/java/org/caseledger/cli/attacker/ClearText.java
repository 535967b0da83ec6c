// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for file numbers that lie in the clear: as UTF-8, as UTF-16, in hexadecimal. What looks like a case id or a
 * handle beside one is taken as its link.
 */
final class ClearText {

    private static final int BESIDE = 300;
    private static final int MOST_FINDS = 1000;
    private static final Pattern CASE_ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final Pattern HANDLE = Pattern.compile("(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{26}(?![0-9A-Z])");

    private final List<Needle> needles = new ArrayList<>();
    private final List<Find> finds = new ArrayList<>();
    private final Set<Link> links = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));

    ClearText(List<String> fileNumbers) {
        for (String fileNumber : fileNumbers) {
            byte[] utf8 = fileNumber.getBytes(StandardCharsets.UTF_8);
            needles.add(new Needle(fileNumber, utf8));
            needles.add(new Needle(fileNumber, fileNumber.getBytes(StandardCharsets.UTF_16LE)));
            needles.add(new Needle(fileNumber, HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    void searchIn(Window window) {
        for (Needle needle : needles) {
            int end = Math.min(window.starts(), window.length() - needle.form.length + 1);
            for (int start = 0; start < end && finds.size() < MOST_FINDS; start++) {
                if (window.bytes()[start] == needle.form[0] && matches(window.bytes(), start, needle.form)) {
                    finds.add(new Find(needle.fileNumber, window.where(), window.offset() + start));
                    lookBeside(window, start, needle);
                }
            }
        }
    }

    List<Find> finds() {
        return finds;
    }

    Set<Link> links() {
        return links;
    }

    private void lookBeside(Window window, int start, Needle needle) {
        int from = Math.max(0, start - BESIDE);
        int to = Math.min(window.length(), start + BESIDE);
        String text = new String(window.bytes(), from, to - from, StandardCharsets.ISO_8859_1);
        Matcher caseId = CASE_ID.matcher(text);
        while (caseId.find()) {
            links.add(new Link(needle.fileNumber, caseId.group(), null, "clear text"));
        }
        Matcher handle = HANDLE.matcher(text);
        while (handle.find()) {
            links.add(new Link(needle.fileNumber, null, handle.group(), "clear text"));
        }
    }

    private static boolean matches(byte[] bytes, int start, byte[] form) {
        for (int i = 1; i < form.length; i++) {
            if (bytes[start + i] != form[i]) {
                return false;
            }
        }
        return true;
    }

    /** A file number that lies in the clear, and where. */
    record Find(String fileNumber, String where, long offset) {}

    private static final class Needle {

        private final String fileNumber;
        private final byte[] form;

        Needle(String fileNumber, byte[] form) {
            this.fileNumber = fileNumber;
            this.form = form;
        }
    }
}
