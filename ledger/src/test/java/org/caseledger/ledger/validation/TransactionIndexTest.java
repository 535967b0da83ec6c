// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class TransactionIndexTest {
    private final TransactionIndex index = new TransactionIndex();

    @Test
    void finds_each_of_many_ids_where_it_was_first() {
        for (int i = 0; i < 50_000; i++) {
            index.add("id-" + i, i, i % 3 == 0 ? TxValidationCode.VALID : TxValidationCode.MVCC_READ_CONFLICT);
            index.add("id-" + i / 2, 99_999, TxValidationCode.DUPLICATE_TXID);
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(index.find("id-" + i))
                    .contains(new TransactionIndex.Entry(
                            i, i % 3 == 0 ? TxValidationCode.VALID : TxValidationCode.MVCC_READ_CONFLICT));
        }
        assertThat(index.contains("id-50000")).isFalse();
    }

    @Test
    void keeps_every_code() {
        for (TxValidationCode code : TxValidationCode.values()) {
            if (code != TxValidationCode.UNRECOGNIZED) {
                index.add(code.name(), 7, code);
                assertThat(index.find(code.name())).contains(new TransactionIndex.Entry(7, code));
            }
        }
    }
}
