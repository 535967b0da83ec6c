// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * What one block adds to the read model. Instants are milliseconds since 1970, UTC.
 *
 * @param previous header hash of the block before; empty for block 0
 * @param hash its own header hash
 * @param recordedUpTo highest time of a valid transaction up to and in it
 * @param outcomes what became of this authority's own transactions
 */
record ProjectedBlock(
        long number,
        ByteString previous,
        ByteString hash,
        long recordedUpTo,
        List<Docket> dockets,
        List<EntryRow> entries,
        List<PartyRow> parties,
        List<Governed> governed,
        List<Batch> batches,
        List<Change> changes,
        List<TransactionOutcome> outcomes) {

    /** The header of a case or request, as it is after the block. */
    record Docket(Kind kind, String id, String header, int entries, boolean sealed) {}

    record EntryRow(Kind kind, String id, int position, String command, int transaction, String content) {}

    record PartyRow(Kind kind, String id, String role, String authority, String by, long seq) {}

    record Governed(String key, String value) {}

    record Batch(String batch, String by, int transaction) {}

    /** News for the privacy service; {@code payload} is JSON without {@code seq} and {@code kind}. */
    record Change(long seq, String kind, String payload) {}
}
