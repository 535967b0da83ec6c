// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The link between a ledger case and this authority's file.
 *
 * @param caseId the ledger's id of the case
 * @param handle the name of the case towards people and specialist systems
 * @param tombstone published on the ledger before the link is destroyed
 * @param fileNumber this authority's file number; none while unclaimed
 * @param from the authority that shared it, if one did
 * @param senderFileNumber the sender's file number, for matching; none once claimed
 * @param shares the register of sharing
 */
public record Link(
        String caseId,
        String handle,
        String tombstone,
        @Nullable String fileNumber,
        @Nullable String from,
        @Nullable String senderFileNumber,
        List<Share> shares) {

    public Link {
        shares = List.copyOf(shares);
    }

    public static Link created(String caseId, String fileNumber) {
        return new Link(caseId, Ids.handle(), Ids.hex128(), fileNumber, null, null, List.of());
    }

    public static Link received(String caseId, String from, @Nullable String senderFileNumber, Share share) {
        return new Link(caseId, Ids.handle(), Ids.hex128(), null, from, senderFileNumber, List.of(share));
    }

    public Link claimed(String ownFileNumber) {
        return new Link(caseId, handle, tombstone, ownFileNumber, from, null, shares);
    }

    public Link with(Share share) {
        List<Share> more = new ArrayList<>(shares);
        more.add(share);
        return new Link(caseId, handle, tombstone, fileNumber, from, senderFileNumber, more);
    }

    public Link sent(String shareId) {
        List<Share> changed = shares.stream()
                .map(share -> share.shareId().equals(shareId) ? share.sent() : share)
                .toList();
        return new Link(caseId, handle, tombstone, fileNumber, from, senderFileNumber, changed);
    }

    public boolean isSharedWith(String authority) {
        return shares.stream().anyMatch(share -> share.authority().equals(authority));
    }

    public List<Share> pendingShares() {
        return shares.stream()
                .filter(share -> share.state() == Share.State.PENDING)
                .toList();
    }

    public Optional<String> ownFileNumber() {
        return Optional.ofNullable(fileNumber);
    }
}
