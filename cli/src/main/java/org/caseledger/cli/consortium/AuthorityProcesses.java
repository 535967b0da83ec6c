// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import org.caseledger.gateway.GatewayMain;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.privacy.Main;
import org.caseledger.privacy.options.PrivacyOptions;

/** One authority's gateway and privacy service, each in a process of its own. */
public final class AuthorityProcesses implements AuthorityServices {
    private final ServiceProcess gateway;
    private final ServiceProcess privacy;

    private AuthorityProcesses(ServiceProcess gateway, ServiceProcess privacy) {
        this.gateway = gateway;
        this.privacy = privacy;
    }

    static AuthorityProcesses create(Layout layout, GatewayOptions gatewayOptions, PrivacyOptions privacyOptions) {
        String id = gatewayOptions.authority();
        SettingsFiles files = new SettingsFiles(layout.services(id));
        return new AuthorityProcesses(
                new ServiceProcess(
                        id + "'s gateway",
                        GatewayMain.class,
                        files.write("gateway", SettingsFiles.of(gatewayOptions)),
                        files.log("gateway")),
                new ServiceProcess(
                        id + "'s privacy service",
                        Main.class,
                        files.write("privacy-service", SettingsFiles.of(privacyOptions)),
                        files.log("privacy-service")));
    }

    public ServiceProcess gateway() {
        return gateway;
    }

    public ServiceProcess privacy() {
        return privacy;
    }

    @Override
    public void start() {
        gateway.start();
        privacy.start();
    }

    /** The gateway first: it asks the privacy service, not the other way round. */
    @Override
    public void close() {
        gateway.close();
        privacy.close();
    }
}
