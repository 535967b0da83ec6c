// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.caseledger.cli.Json;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.network.NetworkException;
import org.caseledger.privacy.options.PrivacyOptions;

/** Writes a service's typed options as the settings file that its {@code main} reads; only the owner may read it. */
final class SettingsFiles {
    private final Path directory;

    SettingsFiles(Path directory) {
        this.directory = directory;
    }

    Path log(String service) {
        return directory.resolve(service + ".log");
    }

    Path write(String service, ObjectNode settings) {
        Path file = directory.resolve(service + ".json");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Json.of(settings));
            return file;
        } catch (IOException e) {
            throw new NetworkException("The settings " + file + " cannot be written. Check space and rights.", e);
        }
    }

    static ObjectNode of(GatewayOptions options) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("authority", options.authority()).put("country", options.country());
        ObjectNode ledger = root.putObject("ledger");
        ledger.put("channel", options.ledger().channel());
        ledger.put("chaincode", options.ledger().chaincode());
        ledger.put("endpoint", options.ledger().endpoint());
        ledger.put("tls-roots", options.ledger().tlsRoots().toString());
        ledger.put("certificate", options.ledger().signing().certificate().toString());
        ledger.put("key", options.ledger().signing().key().toString());
        ObjectNode http = listener(root.putObject("http"), options.http());
        http.put("certificate", options.tls().certificate().toString());
        http.put("key", options.tls().key().toString());
        listener(root.putObject("feed"), options.feed());
        listener(root.putObject("management"), options.management());
        root.putObject("privacy")
                .put("url", options.privacy().url().toString())
                .put("tls-roots", options.privacy().tlsRoots().toString());
        database(
                        root,
                        options.database().url(),
                        options.database().user(),
                        options.database().password())
                .put("connections", options.database().connections());
        root.putObject("tokens")
                .put("jwks", options.tokens().jwks().toString())
                .put("issuer", options.tokens().issuer())
                .put("audience", options.tokens().audience());
        root.putObject("file-number").put("pattern", options.fileNumbers().pattern());
        root.putObject("retention")
                .put("period", Objects.toString(options.retention().period(), ""))
                .put("source", options.retention().source())
                .put("confirmed", options.retention().confirmed());
        return root;
    }

    static ObjectNode of(PrivacyOptions options) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("authority", options.authority());
        root.put("fileNumberPattern", options.fileNumberPattern().pattern());
        root.putObject("listen")
                .put("host", options.listen().host())
                .put("port", options.listen().port());
        root.putObject("management")
                .put("host", options.management().host())
                .put("port", options.management().port());
        root.putObject("tls")
                .put("certificate", options.tls().certificate().toString())
                .put("key", options.tls().key().toString())
                .put("root", options.tls().root().toString());
        database(
                root,
                options.database().url(),
                options.database().user(),
                options.database().password());
        root.put("rootStore", options.rootStore().toString());
        root.put("feed", options.feed().toString());
        ObjectNode peers = root.putObject("peers");
        options.peers().forEach((id, peer) -> peers.putObject(id)
                .put("url", peer.url().toString())
                .put("root", peer.root().toString()));
        return root;
    }

    private static ObjectNode listener(ObjectNode node, GatewayOptions.Listener listener) {
        return node.put("host", listener.host()).put("port", listener.port());
    }

    private static ObjectNode database(ObjectNode root, String url, String user, String password) {
        return root.putObject("database").put("url", url).put("user", user).put("password", password);
    }
}
