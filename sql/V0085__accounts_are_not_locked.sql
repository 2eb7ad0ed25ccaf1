-- Wrong passwords slow their source down (login_budget); they do not lock the account any more.

alter table member
  drop column failed_logins,
  drop column locked_until;
