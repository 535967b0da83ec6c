// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.nio.file.Path;

/**
 * Where a consortium keeps what.
 *
 * @param programs unpacked programs; may outlive the data and serve several consortia
 */
public record Layout(Path data, Path programs) {

    /** With programs of its own. */
    public Layout(Path data) {
        this(data, data.resolve("programs"));
    }

    public Path certificates() {
        return data.resolve("certificates");
    }

    public Path ledger() {
        return data.resolve("ledger");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path tokenKeys() {
        return data.resolve("tokens").resolve("jwks.json");
    }

    /** What an auditor brings along: the hash of block 0 and the authorities' roots. */
    public Path trust() {
        return data.resolve("trust");
    }

    /** The directory of an authority's root key; belongs to no backup. */
    public Path rootStore(String authority) {
        return data.resolve("root-keys").resolve(authority);
    }

    /** Settings and logs of an authority's services where they run as processes of their own. */
    public Path services(String authority) {
        return data.resolve("services").resolve(authority);
    }

    /** What a running consortium says of itself, for other commands on this machine. */
    public Path description() {
        return data.resolve("consortium.json");
    }
}
