-- Files of an image stay for a day after it was removed, for the transfers that run.

alter table boot_image
  add column removed_at datetime(3) comment 'when it was removed, UTC; its files go a day later' after inspected_at;

update boot_image set removed_at = utc_timestamp(3) where state = 'REMOVED';

alter table boot_image
  add constraint boot_image_removed check ((state = 'REMOVED') = (removed_at is not null)),
  add key boot_image_removed_at (removed_at);
