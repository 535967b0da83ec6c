// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line in the register of sharing: an authority that was given the link, or gave it.
 *
 * @param authority the other authority
 * @param shareId the id of the sharing, the same at both
 * @param state how far it is
 */
public record Share(String authority, String shareId, State state) {

    /** How far a sharing is. */
    public enum State {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("received")
        RECEIVED
    }

    Share sent() {
        return new Share(authority, shareId, State.SENT);
    }
}
