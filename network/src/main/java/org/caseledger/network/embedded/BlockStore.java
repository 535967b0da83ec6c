// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.ledger.block.BlockFile;
import org.hyperledger.fabric.protos.common.Block;

/** The blocks, the newest also in memory because everyone asks for these. */
final class BlockStore implements AutoCloseable {
    private static final int RECENT = 64;

    private final BlockFile file;
    private final Map<Long, Block> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Block> eldest) {
            return size() > RECENT;
        }
    };

    BlockStore(BlockFile file) {
        this.file = file;
    }

    long height() {
        return file.height();
    }

    /** Returns once the block is on disk. */
    void append(Block block) {
        file.append(List.of(block));
        synchronized (recent) {
            recent.put(block.getHeader().getNumber(), block);
        }
    }

    Block read(long number) {
        synchronized (recent) {
            Block block = recent.get(number);
            if (block != null) {
                return block;
            }
        }
        return file.read(number);
    }

    @Override
    public void close() {
        file.close();
    }
}
