// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

/**
 * A stretch of evidence in memory. Windows of one file overlap, so that nothing is missed at their borders.
 *
 * @param bytes holds the content; valid until the reader returns
 * @param length how many bytes of it count
 * @param starts where something found may begin: from 0, below this; what begins later lies in the next window too
 * @param where file or table, for the report
 * @param offset position of the first byte, in the file without WAL page headers
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer, never compared or kept
record Window(byte[] bytes, int length, int starts, String where, long offset) {

    static Window whole(byte[] bytes, String where) {
        return new Window(bytes, bytes.length, bytes.length, where, 0);
    }
}
