// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/** Reads points, anchors and terms. */
final class TermReader {

    private static final String SAME = "same";

    private TermReader() {}

    static Point point(Cursor at) {
        if (at.isText()) {
            return at.text().equals("this") ? new Point.This() : new Point.Happening(at.code());
        }
        at.only("stated", "until", "end-of");
        if (at.has("stated")) {
            var stated = StatedName.read(at.at("stated"));
            return new Point.Stated(stated.step(), stated.attribute());
        }
        return at.has("until")
                ? new Point.Until(at.at("until").code())
                : new Point.EndOf(at.at("end-of").code());
    }

    static Anchor anchor(Cursor at) {
        if (at.isText() && at.text().equals(SAME)) {
            return new Anchor.Same();
        } else if (at.has("first-listed-of")) {
            at.only("first-listed-of");
            return new Anchor.FirstListedOf(at.at("first-listed-of").list(TermReader::point));
        } else if (at.has("earliest-of")) {
            at.only("earliest-of");
            return new Anchor.EarliestOf(at.at("earliest-of").list(TermReader::point));
        } else if (at.has("latest-of")) {
            at.only("latest-of");
            return new Anchor.LatestOf(at.at("latest-of").list(TermReader::point));
        }
        return new Anchor.FirstListedOf(List.of(point(at)));
    }

    /** A term that stands alone. */
    static Term term(Cursor at) {
        at.only("from", "within", "stated", "end-of", "earliest-of", "latest-of");
        return among(at);
    }

    /** A term whose fields stand beside others. */
    static Term among(Cursor at) {
        at.exactlyOne(
                "a limit without an anchor: say from what it is counted",
                "from",
                "stated",
                "end-of",
                "earliest-of",
                "latest-of");
        if (at.has("stated")) {
            var stated = StatedName.read(at.at("stated"));
            return new Term.Stated(stated.step(), stated.attribute());
        } else if (at.has("end-of")) {
            return new Term.EndOf(at.at("end-of").code());
        } else if (at.has("earliest-of")) {
            return new Term.EarliestOf(at.at("earliest-of").list(TermReader::term));
        } else if (at.has("latest-of")) {
            return new Term.LatestOf(at.at("latest-of").list(TermReader::term));
        }
        return new Term.Counted(anchor(at.at("from")), PeriodReader.read(at.at("within")));
    }
}
