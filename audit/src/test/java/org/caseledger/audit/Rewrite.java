// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.caseledger.ledger.block.BlockFile;
import org.hyperledger.fabric.protos.common.Block;

/** A ledger's blocks, changed by somebody who can write the file. */
final class Rewrite {

    private final List<Block> blocks;

    private Rewrite(List<Block> blocks) {
        this.blocks = blocks;
    }

    static Rewrite of(Path file, Consumer<List<Block>> change) {
        var blocks = new ArrayList<Block>();
        try (var source = BlockFile.openReadOnly(file)) {
            source.forEach(blocks::add);
        }
        change.accept(blocks);
        return new Rewrite(blocks);
    }

    List<Block> blocks() {
        return blocks;
    }

    Path write(Path file) {
        try (var target = BlockFile.open(file)) {
            target.append(blocks);
        }
        return file;
    }
}
