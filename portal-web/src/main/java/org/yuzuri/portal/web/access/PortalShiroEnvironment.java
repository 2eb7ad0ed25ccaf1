package org.yuzuri.portal.web.access;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authc.pam.ModularRealmAuthenticator;
import org.apache.shiro.lang.util.Initializable;
import org.apache.shiro.web.env.DefaultWebEnvironment;
import org.apache.shiro.web.filter.mgt.DefaultFilterChainManager;
import org.apache.shiro.web.filter.mgt.PathMatchingFilterChainResolver;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.yuzuri.portal.access.login.PortalRealm;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.audit.SignIns;
import org.yuzuri.portal.session.MemberSessions;
import org.yuzuri.portal.session.SignInHistory;

/**
 * Shiro for the pages: container sessions, no remember-me, a log-in for every path that is not
 * opened here.
 */
public class PortalShiroEnvironment extends DefaultWebEnvironment implements Initializable {

  static final String LOGIN_PAGE = "/login.xhtml";
  static final String CODE_PAGE = "/code.xhtml";
  private static final String OPEN = "anon";
  private static final String LOGGED_IN = "facesAuthc";

  @Override
  public void init() {
    DefaultWebSecurityManager manager = new DefaultWebSecurityManager();
    PortalRealm realm = CDI.current().select(PortalRealm.class).get();
    CDI<Object> beans = CDI.current();
    ModularRealmAuthenticator authenticator = new ModularRealmAuthenticator();
    authenticator.setAuthenticationListeners(
        List.of(
            new SignInNotes(
                beans.select(SignIns.class).get(),
                beans.select(Refusals.class).get(),
                beans.select(SignInHistory.class).get(),
                SignInNotes::ofThisRequest)));
    manager.setAuthenticator(authenticator);
    manager.setRealms(List.of(realm));
    // CVE-2026-56130: Shiro 2.2.1 does not check the age of its remember-me cookies
    manager.setRememberMeManager(null);
    setWebSecurityManager(manager);
    PathMatchingFilterChainResolver resolver = new PathMatchingFilterChainResolver();
    resolver.setFilterChainManager(chains(realm));
    setFilterChainResolver(resolver);
  }

  /** First match wins; the last line denies by default. */
  private static DefaultFilterChainManager chains(PortalRealm realm) {
    FacesLoginFilter loggedIn =
        new FacesLoginFilter(
            realm,
            CDI.current().select(Clock.class).get(),
            CDI.current().select(MemberSessions.class).get());
    loggedIn.setLoginUrl(LOGIN_PAGE);
    DefaultFilterChainManager chains = new DefaultFilterChainManager();
    chains.addFilter(LOGGED_IN, loggedIn, false);
    chains.createChain(LOGIN_PAGE, OPEN);
    // shows nothing to whoever has not given a right password just now
    chains.createChain(CODE_PAGE, OPEN);
    chains.createChain("/welcome.xhtml", OPEN);
    chains.createChain("/forgotten.xhtml", OPEN);
    chains.createChain("/error.xhtml", OPEN);
    chains.createChain("/verify.xhtml", OPEN);
    chains.createChain("/help/problem.xhtml", LOGGED_IN);
    // says the same to everybody, but for the datacenter's contact
    chains.createChain("/help/*.xhtml", OPEN);
    chains.createChain("/jakarta.faces.resource/**", OPEN);
    // daemons are identified by their TLS certificate in AgentEdge, call by call
    chains.createChain("/agent/**", "noSessionCreation, " + OPEN);
    chains.createChain("/**", LOGGED_IN);
    return chains;
  }
}
