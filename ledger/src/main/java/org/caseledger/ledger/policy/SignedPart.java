// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.identity.MspManager;

/**
 * A signature together with who is said to have made it.
 *
 * @param identity serialized
 * @param message the signed bytes, in parts
 */
public record SignedPart(ByteString identity, ByteString signature, List<ByteString> message) {

    /** The signers whose identity is valid and whose signature verifies, each once, in the order given. */
    public static List<Identity> signers(List<SignedPart> parts, MspManager msps) {
        List<Identity> signers = new ArrayList<>(parts.size());
        for (SignedPart part : parts) {
            msps.find(part.identity())
                    .filter(identity -> signers.stream().noneMatch(known -> same(known, identity)))
                    .filter(identity ->
                            identity.verify(part.signature(), part.message().toArray(ByteString[]::new)))
                    .ifPresent(signers::add);
        }
        return signers;
    }

    private static boolean same(Identity one, Identity other) {
        return one.mspId().equals(other.mspId()) && one.certificate().equals(other.certificate());
    }
}
