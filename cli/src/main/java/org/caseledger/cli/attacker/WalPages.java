// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The page headers of PostgreSQL's write-ahead log, which cut records in two: 24 bytes at every 8 KiB, 40 at the start
 * of a segment. Source: {@code access/xlog_internal.h} of PostgreSQL 15.
 */
final class WalPages {

    static final int PAGE = 8192;

    private static final int SHORT_HEADER = 24;
    private static final int LONG_HEADER = 40;
    private static final int FLAG_LONG_HEADER = 2;

    private WalPages() {}

    /** Whether a file that begins with these bytes is a segment of the log. */
    static boolean isSegment(byte[] start, int length) {
        return length >= LONG_HEADER && headerLength(start, 0) == LONG_HEADER && intAt(start, 36) == PAGE;
    }

    /** Removes the headers in place; {@code length} is a multiple of a page but at the file's end. */
    static int strip(byte[] bytes, int from, int length) {
        int kept = from;
        for (int page = from; page < from + length; page += PAGE) {
            int size = Math.min(PAGE, from + length - page);
            int header = size < LONG_HEADER ? 0 : headerLength(bytes, page);
            System.arraycopy(bytes, page + header, bytes, kept, size - header);
            kept += size - header;
        }
        return kept - from;
    }

    /** 0 where no header stands, as in a part of a segment that was never written. */
    private static int headerLength(byte[] bytes, int page) {
        // Every version's magic number lies in this range; the page's address is a multiple of its size.
        int magicHigh = bytes[page + 1] & 0xff;
        boolean header = (magicHigh == 0xd0 || magicHigh == 0xd1) && intAt(bytes, page + 8) % PAGE == 0;
        if (!header) {
            return 0;
        }
        return (bytes[page + 2] & FLAG_LONG_HEADER) == 0 ? SHORT_HEADER : LONG_HEADER;
    }

    private static int intAt(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }
}
